"""What `./imagini test` installs, runs and sums up."""
