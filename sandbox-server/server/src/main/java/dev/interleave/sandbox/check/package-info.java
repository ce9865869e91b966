/** Whether the cells of a lesson do what the lesson says about them. */
package dev.interleave.sandbox.check;
