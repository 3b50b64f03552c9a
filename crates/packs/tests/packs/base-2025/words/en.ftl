assess = Assess the risks
    .why = The law for tests says so.
