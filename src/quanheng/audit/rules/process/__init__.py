"""Work of department and finance bureau on reports (工作流程)."""
