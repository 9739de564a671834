package de.quartierwerk.apichanges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptedTest {
    private static final String GONE = "response Thing/name: removed";
    private static final Change IN_GET = new Change("registry", "GET /things", GONE);
    private static final Change IN_PUT = new Change("registry", "PUT /things/{id}", GONE);

    private static List<String> faults(String row, Change... changes) {
        return Accepted.of(Accepted.HEADER + row).faults(List.of(changes));
    }

    @Test
    void aChangeWithoutRowIsAFaultThatSaysWhatToDo() {
        assertThat(faults("", IN_GET))
                .containsExactly("registry: GET /things: response Thing/name: removed\n"
                        + "    keep what was released, or accept: "
                        + "registry;GET /things;response Thing/name: removed;REASON");
    }

    @Test
    void theSameChangeInManyOperationsIsToldOnce() {
        assertThat(faults("", IN_GET, IN_PUT))
                .containsExactly("registry: GET /things, PUT /things/{id}: response Thing/name: removed\n"
                        + "    keep what was released, or accept: registry;*;response Thing/name: removed;REASON");
    }

    @Test
    void aRowAcceptsTheChangeOfItsOperationOnly() {
        assertThat(faults("registry;GET /things;" + GONE + ";nobody read it\n", IN_GET))
                .isEmpty();
        assertThat(faults("registry;GET /things;" + GONE + ";nobody read it\n", IN_GET, IN_PUT))
                .singleElement()
                .asString()
                .startsWith("registry: PUT /things/{id}");
    }

    @Test
    void aStarAcceptsTheChangeInAllOperationsOfItsServiceOnly() {
        assertThat(faults("registry;*;" + GONE + ";nobody read it\n", IN_GET, IN_PUT))
                .isEmpty();
        assertThat(faults("registry;*;" + GONE + ";nobody read it\n", IN_GET, new Change("funding", "GET /x", GONE)))
                .singleElement()
                .asString()
                .startsWith("funding: GET /x");
    }

    @Test
    void aRowThatMatchesNothingIsAFault() {
        assertThat(faults("registry;GET /other;" + GONE + ";nobody read it\n"))
                .containsExactly("accepted.csv: nothing changed so; remove the row registry;GET /other;" + GONE
                        + ";nobody read it");
    }

    @Test
    void aRowWithoutReasonIsAFault() {
        assertThat(faults("registry;GET /things;" + GONE + "; \n", IN_GET))
                .singleElement()
                .asString()
                .startsWith("accepted.csv: say the reason of the row registry;GET /things");
    }

    @Test
    void theRowThatAFaultProposesAcceptsItsChange() {
        Change change = new Change("registry", "GET /things", "request Thing/key: pattern \"a;b\" -> none");
        String proposed = faults("", change).get(0).split("accept: ", 2)[1];

        assertThat(faults(proposed + "\n", change)).isEmpty();
    }
}
