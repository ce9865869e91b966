//! ends: timeout time | limit memory
var n = java.math.BigInteger.ONE.shiftLeft(60_000_000).subtract(java.math.BigInteger.ONE);
n.modPow(n.shiftRight(1), n.subtract(java.math.BigInteger.TWO)).bitLength()
