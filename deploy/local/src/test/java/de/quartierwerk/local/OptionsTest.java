package de.quartierwerk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Paths;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void withoutWordsStartsInTheForegroundWithTheRegionOnTheUsualPorts() {
        Options options = Options.of(List.of());

        assertThat(options.command()).isEqualTo(Options.Command.FOREGROUND);
        assertThat(options.fresh()).isFalse();
        assertThat(options.demonstration()).isTrue();
        assertThat(options.settings().address(LocalService.REGISTRY)).isEqualTo("http://localhost:8081/registry");
        assertThat(options.settings().realm()).isEqualTo("http://localhost:8180/realms/quartierwerk");
    }

    @Test
    void readsAllWords() {
        Options options = Options.of(
                List.of("--detach", "--fresh", "--no-demo", "--port-offset", "1000", "--data", "/tmp/elsewhere"));

        assertThat(options.command()).isEqualTo(Options.Command.DETACH);
        assertThat(options.fresh()).isTrue();
        assertThat(options.demonstration()).isFalse();
        assertThat(options.settings().port(LocalService.REPORTING)).isEqualTo(9085);
        assertThat(options.settings().postgresPort()).isEqualTo(16432);
        assertThat(options.settings().data()).isEqualTo(Paths.get("/tmp/elsewhere"));
    }

    @Test
    void namesTheWordThatIsNotUnderstood() {
        assertThatThrownBy(() -> Options.of(List.of("--detatch")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown option --detatch");
        assertThatThrownBy(() -> Options.of(List.of("--port-offset", "many")))
                .hasMessage("--port-offset needs a number from -7000 to 46000, not many");
        assertThatThrownBy(() -> Options.of(List.of("--data"))).hasMessage("--data needs a value");
    }
}
