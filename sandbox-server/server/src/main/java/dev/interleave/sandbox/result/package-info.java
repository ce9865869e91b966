/**
 * What a run of a cell says while it goes on and how it ended: the vocabulary of the whole product.
 * JDK only.
 */
package dev.interleave.sandbox.result;
