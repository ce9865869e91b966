import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ModelsTest {

    private static void model(Models.Work work, Models.Model model) {
        var choice = Models.choose(work);
        assertEquals(model, choice == null ? null : choice.model(), () -> work + ": the model");
    }

    private static void reason(Models.Work work, Models.Reason reason) {
        var choice = Models.choose(work);
        assertEquals(reason, choice == null ? null : choice.reason(), () -> work + ": the reason");
    }

    @Test
    @Tag("task:model")
    @DisplayName("The two that are shown")
    void the_two_that_are_shown() {
        model(Models.Work.PRIMES, Models.Model.POOL_OF_PROCESSORS);
        model(Models.Work.SHOP, Models.Model.VIRTUAL_THREAD_EACH);
    }

    @Test
    @Tag("task:model")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("Three of the others are plain code")
    void plain_code() {
        model(Models.Work.RENAME, Models.Model.PLAIN_CODE);
        model(Models.Work.FIVE_STEPS, Models.Model.PLAIN_CODE);
        model(Models.Work.COLLEAGUES, Models.Model.PLAIN_CODE);
    }

    @Test
    @Tag("task:model")
    @Tag("hidden")
    @DisplayName("The proxy and the forty services")
    void many_that_wait() {
        model(Models.Work.PROXY, Models.Model.VIRTUAL_THREAD_EACH);
        model(Models.Work.FORTY_SERVICES, Models.Model.VIRTUAL_THREAD_EACH);
    }

    @Test
    @Tag("task:model")
    @Tag("hidden")
    @DisplayName("The pictures")
    void computing() {
        model(Models.Work.THUMBNAILS, Models.Model.POOL_OF_PROCESSORS);
    }

    @Test
    @Tag("task:model")
    @Tag("hidden")
    @DisplayName("The reports")
    void a_scarce_resource() {
        model(Models.Work.REPORTS, Models.Model.VIRTUAL_THREADS_WITH_A_LIMIT);
    }

    @Test
    @Tag("task:model")
    @Tag("hidden")
    @DisplayName("The sensors")
    void half_a_million() {
        model(Models.Work.SENSORS, Models.Model.EVENT_LOOP);
    }

    @Test
    @Tag("task:model")
    @Tag("hidden")
    @DisplayName("The button and the script of a customer")
    void somebody_waits() {
        model(Models.Work.SEARCH_BUTTON, Models.Model.ONE_BACKGROUND_TASK);
        model(Models.Work.CUSTOMER_SCRIPT, Models.Model.OWN_PROCESS);
    }

    @Test
    @Tag("task:reason")
    @DisplayName("The reasons of the two that are shown")
    void the_reasons_that_are_shown() {
        reason(Models.Work.PRIMES, Models.Reason.MOSTLY_COMPUTING);
        reason(Models.Work.SHOP, Models.Reason.MANY_WAITING);
    }

    @Test
    @Tag("task:reason")
    @Tag("hidden")
    @DisplayName("Why plain code is enough")
    void reasons_for_plain_code() {
        reason(Models.Work.RENAME, Models.Reason.FEW_IN_PROGRESS);
        reason(Models.Work.COLLEAGUES, Models.Reason.FEW_IN_PROGRESS);
        reason(Models.Work.FIVE_STEPS, Models.Reason.EACH_NEEDS_THE_LAST);
    }

    @Test
    @Tag("task:reason")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("Why the others need more")
    void reasons_for_models() {
        reason(Models.Work.PROXY, Models.Reason.MANY_WAITING);
        reason(Models.Work.FORTY_SERVICES, Models.Reason.MANY_WAITING);
        reason(Models.Work.THUMBNAILS, Models.Reason.MOSTLY_COMPUTING);
        reason(Models.Work.REPORTS, Models.Reason.SOMETHING_SCARCE);
        reason(Models.Work.SENSORS, Models.Reason.TOO_MANY_FOR_THREADS);
        reason(Models.Work.SEARCH_BUTTON, Models.Reason.MUST_ANSWER_MEANWHILE);
        reason(Models.Work.CUSTOMER_SCRIPT, Models.Reason.NOT_TRUSTED);
    }
}
