package dev.interleave.web.cell;

import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.learner.Learners;
import dev.interleave.web.progress.Runs;
import io.javalin.config.RoutesConfig;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The API by which a page edits and runs cells; {@code openapi.json} describes it.
 *
 * <p>Threading: any thread may call anything.
 */
public final class CellApi {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Requests requests;
    private final Learners learners;
    private final Workbooks workbooks;
    private final Runs runs;
    private final CompletableFuture<SandboxAccess> sandbox;
    private final boolean accounts;

    /**
     * @param accounts whether there are others who may look at a learner's timelines
     */
    public CellApi(
            Learners learners,
            CourseLibrary library,
            Workbooks workbooks,
            Runs runs,
            CompletableFuture<SandboxAccess> sandbox,
            boolean accounts) {
        this.requests = new Requests(learners, library, workbooks);
        this.learners = learners;
        this.workbooks = workbooks;
        this.runs = runs;
        this.sandbox = sandbox;
        this.accounts = accounts;
    }

    public void register(RoutesConfig routes) {
        new DraftRoutes(requests).register(routes);
        new RunRoutes(requests, sandbox).register(routes);
        new TraceRoutes(learners, workbooks, accounts).register(routes);
        new SampleRoutes(requests, sandbox).register(routes);
        new OwnCellRoutes(requests).register(routes);
        new HistoryRoutes(requests, runs).register(routes);
        new AssistRoutes(requests, sandbox).register(routes);
        new EventRoutes(requests, HEARTBEAT).register(routes);
    }
}
