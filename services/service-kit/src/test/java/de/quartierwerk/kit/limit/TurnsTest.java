package de.quartierwerk.kit.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private Turns turns = new Turns(2, 2);
    private final List<String> begun = new ArrayList<>();
    private final Map<String, Runnable> ends = new HashMap<>();

    private void ask(String client, String request) {
        turns.take(client).subscribe().with(end -> {
            begun.add(request);
            ends.put(request, end);
        });
    }

    private void end(String request) {
        ends.get(request).run();
    }

    @Test
    void clientsTakeTurns() {
        for (int number = 1; number <= 4; number++) {
            ask("a", "a" + number);
        }
        ask("b", "b1");
        assertThat(begun).containsExactly("a1", "a2");

        end("a1");
        end("a1");
        end("a2");
        end("a3");

        assertThat(begun).containsExactly("a1", "a2", "a3", "b1", "a4");
    }

    @Test
    void turnsComeBack() {
        ask("a", "a1");
        ask("a", "a2");
        end("a1");
        end("a2");

        ask("b", "b1");
        ask("b", "b2");
        ask("b", "b3");

        assertThat(begun).containsExactly("a1", "a2", "b1", "b2");
    }

    @Test
    void oneClientLeavesTurnsToOthers() {
        turns = new Turns(3, 2);
        ask("a", "a1");
        ask("a", "a2");
        ask("a", "a3");
        ask("b", "b1");
        ask("b", "b2");
        assertThat(begun).containsExactly("a1", "a2", "b1");

        end("b1");
        assertThat(begun).last().isEqualTo("b2");
        end("b2");
        assertThat(begun).last().isEqualTo("b2");
        end("a1");

        assertThat(begun).containsExactly("a1", "a2", "b1", "b2", "a3");
    }
}
