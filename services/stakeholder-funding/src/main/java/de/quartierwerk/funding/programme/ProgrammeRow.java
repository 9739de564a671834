package de.quartierwerk.funding.programme;

import java.time.LocalDate;
import java.util.Set;

/** A programme as lists read it: all but its version. */
record ProgrammeRow(String code, ProgrammeRequest content) {

    ProgrammeResponse response(LocalDate today, Set<String> exhausted) {
        boolean open = new Programme.Window(content.open(), content.openFrom(), content.openTo()).contains(today);
        return new ProgrammeResponse(code, open, exhausted.contains(content.budgetLine()), content);
    }
}
