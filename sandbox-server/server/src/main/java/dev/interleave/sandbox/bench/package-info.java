/**
 * Compares versions of code: JMH in jails, in pairs of JVMs whose iterations take turns, and a
 * claim whose rate of errors is known. docs/comparing.md tells why it is done like this.
 */
package dev.interleave.sandbox.bench;
