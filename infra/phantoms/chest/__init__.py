"""A projection radiograph of the chest, made by tracing tissue thickness in millimetres."""
