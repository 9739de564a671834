package de.quartierwerk.funding.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.MessageText;
import de.quartierwerk.kit.problem.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The way of applications in the README is made from the table; with {@code -Dquartierwerk.openapi.update=true} it is
 * written anew.
 */
class WorkflowDocumentTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- made from the table of Workflow: begin -->\n";
    private static final String END = "<!-- made from the table of Workflow: end -->\n";
    private static final List<String> ROLES = List.of(Roles.SUPPLIER, Roles.FUNDING_OFFICER, Roles.CLERK);

    private final Messages messages = new Messages();

    @Test
    void theReadmeShowsTheTable() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        String expected = "\n" + diagram() + "\n" + matrix() + "\n" + guards() + "\n";
        if (Boolean.getBoolean("quartierwerk.openapi.update")) {
            Files.writeString(README, readme.substring(0, begin) + expected + readme.substring(end));
            return;
        }

        assertThat(readme.substring(begin, end)).isEqualTo(expected);
    }

    private static String diagram() {
        Map<String, List<Transition>> arrows = new LinkedHashMap<>();
        for (Transition row : Workflow.TABLE) {
            for (State next : row.next()) {
                if (next != row.state()) {
                    arrows.computeIfAbsent(row.state() + " --> " + next, arrow -> new ArrayList<>())
                            .add(row);
                }
            }
        }
        return "```mermaid\nstateDiagram-v2\n    [*] --> DRAFT\n"
                + arrows.entrySet().stream()
                        .map(arrow -> "    " + arrow.getKey() + " : "
                                + arrow.getValue().stream()
                                        .map(row -> row.action().code())
                                        .collect(joining(", "))
                                + "\n")
                        .collect(joining())
                + "```\n";
    }

    private static String matrix() {
        Map<State, List<Transition>> byState = Workflow.TABLE.stream().collect(groupingBy(Transition::state));
        return "| state | " + String.join(" | ", ROLES) + " |\n|---|" + "---|".repeat(ROLES.size()) + "\n"
                + Arrays.stream(State.values())
                        .map(state -> "| " + state + " | "
                                + ROLES.stream()
                                        .map(role -> actions(byState.getOrDefault(state, List.of()).stream()
                                                .filter(row ->
                                                        row.action().roles().contains(role))))
                                        .collect(joining(" | "))
                                + " |\n")
                        .collect(joining());
    }

    private static String actions(Stream<Transition> rows) {
        return rows.map(row -> row.action().code()).distinct().collect(joining(", "));
    }

    private String guards() {
        return "| step | in | only if |\n|---|---|---|\n"
                + Workflow.TABLE.stream()
                        .filter(row -> row.guard() != Guard.NONE)
                        .map(row -> "| " + row.action().code() + " | " + row.state() + " | "
                                + words(row.guard().words()) + " |\n")
                        .collect(joining());
    }

    private String words(MessageText text) {
        return messages.text(Locale.ENGLISH, text.code());
    }
}
