package de.quartierwerk.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RealmFileTest {
    private static final Map<String, String> SETTINGS =
            Map.of("QUARTIERWERK_SPA_ORIGIN", "https://app.example", "QUARTIERWERK_MUNICIPAL_SYSTEM_SECRET", "a\"b");

    @Test
    void holdsTheInstallationsSettingsAndNoUser() {
        String realm = RealmFile.of(SETTINGS, false);

        assertThat(realm)
                .contains("\"https://app.example/*\"", "\"a\\\"b\"", "${username}")
                .doesNotContain("${QUARTIERWERK", "localhost", "quartierwerk-cli", "\"users\"");
    }

    @Test
    void holdsTheLocalUsersWhereTheDemonstrationIsWanted() {
        assertThat(RealmFile.of(SETTINGS, true)).contains("quartierwerk-cli", "\"users\"");
    }

    @Test
    void isRefusedWithoutASecretThatItNeeds() {
        assertThatThrownBy(() -> RealmFile.of(Map.of("QUARTIERWERK_SPA_ORIGIN", "https://app.example"), false))
                .isInstanceOf(SetupFailure.class)
                .hasMessage("The realm needs QUARTIERWERK_MUNICIPAL_SYSTEM_SECRET, which is not set");
    }
}
