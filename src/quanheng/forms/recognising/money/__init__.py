"""The money of a project: what each amount of a form is (资金)."""
