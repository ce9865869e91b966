import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GreeterTest {

    @Test
    @Tag("task:by-name")
    @DisplayName("somebody is greeted by name")
    void by_name() {
        assertThat(new Greeter().greet("Ann")).isEqualTo("Hello, Ann");
    }

    @Test
    @Tag("task:nobody")
    @Tag("hidden")
    @DisplayName("nobody is greeted, too")
    void nobody() {
        assertThat(new Greeter().greet("")).isEqualTo("Hello");
    }
}
