package dev.interleave.agent.trace;

import dev.interleave.wire.TraceEvent.Kind;
import java.lang.classfile.CodeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Which methods of JDK 25 make stages of a {@code CompletableFuture}, run and complete them. */
final class StageHooks {

    private static final String FUTURE = "java/util/concurrent/CompletableFuture";
    private static final String COMPLETION = FUTURE + "$Completion";
    private static final String RETURNS = ")L" + FUTURE + ";";
    private static final String EXECUTOR = "Ljava/util/concurrent/Executor;";
    private static final String STAGE = "Ljava/util/concurrent/CompletionStage;";
    private static final String FUNCTION = "Ljava/util/function/Function;";
    private static final String BI_FUNCTION = "Ljava/util/function/BiFunction;";
    private static final String CONSUMER = "Ljava/util/function/Consumer;";
    private static final String BI_CONSUMER = "Ljava/util/function/BiConsumer;";
    private static final String RUNNABLE = "Ljava/lang/Runnable;";
    private static final String SUPPLIER = "Ljava/util/function/Supplier;";
    private static final String FUTURES = "([L" + FUTURE + ";" + RETURNS;

    private static final Consumer<CodeBuilder> INPUT =
            Hook.tell(Kind.TASK_INPUT, code -> code.dup().aload(0));
    private static final Consumer<CodeBuilder> SECOND_INPUT =
            Hook.tell(Kind.TASK_INPUT, code -> code.dup().aload(1));

    static final List<Hook> ALL = all();

    private StageHooks() {}

    private static List<Hook> all() {
        List<Hook> hooks = new ArrayList<>();
        hooks.addAll(variants("supplyAsync", SUPPLIER, List.of("", "+"), TaskHooks::made));
        hooks.addAll(variants("runAsync", RUNNABLE, List.of("", "+"), TaskHooks::made));
        hooks.addAll(after("thenApply", FUNCTION));
        hooks.addAll(after("thenAccept", CONSUMER));
        hooks.addAll(after("thenRun", RUNNABLE));
        hooks.addAll(after("thenCompose", FUNCTION));
        hooks.addAll(after("handle", BI_FUNCTION));
        hooks.addAll(after("whenComplete", BI_CONSUMER));
        hooks.addAll(after("exceptionally", FUNCTION));
        hooks.addAll(after("exceptionallyCompose", FUNCTION));
        hooks.addAll(afterTwo("thenCombine", STAGE + BI_FUNCTION));
        hooks.addAll(afterTwo("thenAcceptBoth", STAGE + BI_CONSUMER));
        hooks.addAll(afterTwo("runAfterBoth", STAGE + RUNNABLE));
        hooks.addAll(afterTwo("applyToEither", STAGE + FUNCTION));
        hooks.addAll(afterTwo("acceptEither", STAGE + CONSUMER));
        hooks.addAll(afterTwo("runAfterEither", STAGE + RUNNABLE));
        hooks.add(Hook.after(FUTURE, "allOf" + FUTURES, TaskHooks.made("allOf").andThen(INPUT)));
        hooks.add(Hook.after(FUTURE, "anyOf" + FUTURES, TaskHooks.made("anyOf").andThen(INPUT)));
        hooks.addAll(completed());
        hooks.addAll(run());
        for (String method :
                List.of(
                        "get()Ljava/lang/Object;",
                        "get(JLjava/util/concurrent/TimeUnit;)Ljava/lang/Object;",
                        "join()Ljava/lang/Object;",
                        "getNow(Ljava/lang/Object;)Ljava/lang/Object;",
                        "resultNow()Ljava/lang/Object;",
                        "exceptionNow()Ljava/lang/Throwable;",
                        "state()Ljava/util/concurrent/Future$State;",
                        "isCompletedExceptionally()Z")) {
            hooks.add(Hook.at(FUTURE, method, Kind.TASK_ASKED, Hook.FIRST));
        }
        hooks.add(TaskHooks.written(FUTURE));
        for (String method : List.of("waitingGet(Z)", "timedGet(J)")) {
            hooks.add(
                    Hook.around(
                            FUTURE,
                            method + "Ljava/lang/Object;",
                            Sinks.AWAIT,
                            Sinks.AWAIT_END,
                            Hook.FIRST));
        }
        return List.copyOf(hooks);
    }

    private static List<Hook> completed() {
        List<Hook> hooks = new ArrayList<>();
        for (String method :
                List.of(
                        "internalComplete(Ljava/lang/Object;)Z",
                        "completeNull()Z",
                        "completeValue(Ljava/lang/Object;)Z",
                        "completeThrowable(Ljava/lang/Throwable;)Z",
                        "completeThrowable(Ljava/lang/Throwable;Ljava/lang/Object;)Z",
                        "completeRelay(Ljava/lang/Object;)Z")) {
            hooks.add(Hook.after(FUTURE, method, Kind.TASK_DONE, Hook.FIRST));
        }
        return hooks;
    }

    private static List<Hook> run() {
        return List.of(
                Hook.at(FUTURE + "$UniCompletion", "claim()Z", Kind.TASK_RUN, Hook.FIRST),
                Hook.at(COMPLETION, "run()V", Kind.TASK_RUN, Hook.FIRST),
                Hook.at(COMPLETION, "exec()Z", Kind.TASK_RUN, Hook.FIRST),
                Hook.at(FUTURE + "$AsyncSupply", "run()V", Kind.TASK_RUN, Hook.FIRST),
                Hook.at(FUTURE + "$AsyncRun", "run()V", Kind.TASK_RUN, Hook.FIRST),
                Hook.at(
                        FUTURE + "$UniRelay",
                        "<init>(L" + FUTURE + ";L" + FUTURE + ";)V",
                        Kind.TASK_INPUT,
                        Hook.SECOND_THIRD));
    }

    private interface Exit {
        Consumer<CodeBuilder> of(String made);
    }

    private static List<Hook> after(String name, String parameters) {
        return chained(name, parameters, made -> TaskHooks.made(made).andThen(INPUT));
    }

    private static List<Hook> afterTwo(String name, String parameters) {
        return chained(
                name,
                parameters,
                made -> TaskHooks.made(made).andThen(INPUT).andThen(SECOND_INPUT));
    }

    private static List<Hook> chained(String name, String parameters, Exit exit) {
        return variants(name, parameters, List.of("", "Async", "Async+"), exit);
    }

    /**
     * @param suffixes of the name; a plus for one that takes an executor
     */
    private static List<Hook> variants(
            String name, String parameters, List<String> suffixes, Exit exit) {
        List<Hook> hooks = new ArrayList<>();
        for (String suffix : suffixes) {
            String made = name + suffix.replace("+", "");
            String all = parameters + (suffix.endsWith("+") ? EXECUTOR : "");
            hooks.add(Hook.after(FUTURE, made + "(" + all + RETURNS, exit.of(made)));
        }
        return hooks;
    }
}
