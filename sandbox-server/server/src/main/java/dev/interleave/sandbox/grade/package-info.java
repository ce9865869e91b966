/**
 * The judge: reads exercises and submissions, has both compiled and run in jails, and decides in
 * this process what a submission is worth.
 */
package dev.interleave.sandbox.grade;
