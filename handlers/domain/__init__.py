"""What the desk knows and decides, without Slack's forms and without acting: records, errors, pure decisions."""
