"""The ground floor of reading: words and numbers of a plain text, known without a parse. Every later stage asks here."""
