"""The tests are a package, so that one may import what another has defined."""
