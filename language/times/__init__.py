"""The grammar of time behind `language.when`: words, expressions, and what they mean on a given day."""
