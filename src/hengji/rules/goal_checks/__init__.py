"""What is wrong with a goal table or a project's self-evaluation table while it is being written."""
