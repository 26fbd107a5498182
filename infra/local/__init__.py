"""Everything that runs imagini on one machine: the commands, the function host, the stack around it."""
