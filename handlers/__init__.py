"""What happens when something happens: Slack listeners, the desk's use cases, rendering."""
