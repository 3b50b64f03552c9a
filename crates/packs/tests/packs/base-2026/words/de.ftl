assess = Risiken einschätzen
