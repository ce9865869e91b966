//! ends: timeout time
double sum = 0;
for (int k = 0; k < 1_000; k++) for (int i = 0; i < Integer.MAX_VALUE; i++) sum += Math.sqrt(i) / (sum + i);
