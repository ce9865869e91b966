package dev.interleave.cli;

import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Answers what goes wrong with a sentence; the stack trace is for the log, at level debug. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
        command.getErr().println(sentence(e));
        command.getErr().flush();
        LoggerFactory.getLogger(Failures.class).debug("{} failed", command.getCommandName(), e);
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String sentence(Throwable e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
