"""What people type, understood. Pure."""
