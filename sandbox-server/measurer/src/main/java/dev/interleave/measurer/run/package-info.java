/** The program of a measuring jail: JMH around a version of a stranger's. */
package dev.interleave.measurer.run;
