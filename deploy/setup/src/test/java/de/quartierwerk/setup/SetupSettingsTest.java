package de.quartierwerk.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupSettingsTest {
    @TempDir
    private Path secrets;

    private SetupSettings settings(String variable, String value) {
        return new SetupSettings(Map.of("QUARTIERWERK_SECRETS", secrets.toString(), variable, value));
    }

    @Test
    void readsSecretsFromFiles() throws IOException {
        Files.writeString(secrets.resolve("postgres"), "s3cret\n");
        Files.writeString(secrets.resolve("kafka"), "broker=one\nregistry=two\n");

        SetupSettings settings = settings("A", "b");

        assertThat(settings.secret("postgres")).isEqualTo("s3cret");
        assertThat(settings.secrets("kafka")).isEqualTo(Map.of("broker", "one", "registry", "two"));
    }

    @Test
    void refusesWhatIsMissingOrStillAPlaceholder() throws IOException {
        Files.writeString(secrets.resolve("postgres"), "changeme");
        Files.writeString(secrets.resolve("kafka"), "broker=${BROKER}");
        SetupSettings settings = settings("REPLICAS", "none");

        assertThatThrownBy(() -> settings.secret("postgres")).hasMessage("postgres is still a placeholder");
        assertThatThrownBy(() -> settings.secrets("kafka")).hasMessage("kafka: broker is still a placeholder");
        assertThatThrownBy(() -> settings.secret("realm"))
                .hasMessageContaining(secrets.resolve("realm").toString());
        assertThatThrownBy(() -> settings.required("MISSING")).hasMessage("MISSING is not set");
        assertThatThrownBy(() -> settings.number("REPLICAS", 1))
                .hasMessage("REPLICAS has to be a positive whole number, not none");
    }
}
