//! ends: compile-error
<html><script>alert(1)</script> \u0000 ]]> '''
