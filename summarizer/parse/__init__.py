"""The language pipeline and the tagger's network: the only place that imports spaCy, onnxruntime and tokenizers."""
