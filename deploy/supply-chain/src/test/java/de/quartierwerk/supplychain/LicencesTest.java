package de.quartierwerk.supplychain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LicencesTest {
    private final Licences licences = new Licences(
            Set.of("Apache-2.0", "EPL-2.0"), Map.of("made.up:named", "kept apart as a program of its own"));

    @Test
    void refusesWhatIsNotInTheList() {
        assertThat(licences.refused(List.of(
                        new Part("made.up:fine", "1", List.of("Apache-2.0")),
                        new Part("made.up:choice", "1", List.of("GPL-2.0-only", "EPL-2.0")),
                        new Part("made.up:named", "1", List.of("SSPL-1.0")),
                        new Part("made.up:closed", "1", List.of("SSPL-1.0")),
                        new Part("made.up:silent", "1", List.of()))))
                .containsExactly("made.up:closed:1 [SSPL-1.0]", "made.up:silent:1 []");
    }

    @Test
    void tellsExceptionsThatNobodyNeeds() {
        assertThat(licences.unused(List.of(new Part("made.up:fine", "1", List.of("Apache-2.0")))))
                .containsExactly("made.up:named");
    }
}
