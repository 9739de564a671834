package de.quartierwerk.reporting.indicator;

import de.quartierwerk.events.Period;
import de.quartierwerk.events.PublicValues;
import de.quartierwerk.reporting.code.Codes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The public values of the read model. */
@ApplicationScoped
public class ReleasedValues {
    private final ValueStatements statements;

    ReleasedValues(ValueStatements statements) {
        this.statements = statements;
    }

    /**
     * Keeps a part of a release; the release becomes visible with its last part. The row of the release stays locked
     * until the commit, so that of two parts that come at the same time exactly one finds the release complete.
     *
     * @throws IllegalArgumentException for a status that this service does not know
     */
    void keep(PublicValues part) {
        part.statuses().forEach(status -> Codes.parse(ValueStatus.class, status));
        statements.lockRelease(part);
        statements.insertPart(part);
        if (statements.countParts(part.release()) == part.of()) {
            statements.publishParts(part.release());
        }
    }

    /** When the latest release was recorded. */
    public Optional<Instant> lastRelease() {
        return statements.lastRelease();
    }

    /** Empties the read model of values. */
    public void clear() {
        statements.truncate();
    }

    /**
     * Values of spaces whose reference date lies in a period; of several of one indicator and space the latest. In the
     * order of indicator and space. A value belongs to the space that had its key on its reference date: where that is
     * another one, it is left out.
     *
     * @param spaces first day of validity by key
     */
    public List<PublicValue> in(Period period, Map<String, LocalDate> spaces) {
        return spaces.isEmpty() ? List.of() : statements.inPeriod(period, spaces);
    }

    /**
     * All values of a space, by indicator from the oldest reference date to the latest, without those of other spaces
     * that had its key.
     *
     * @param since first day of its validity
     */
    public Map<String, List<PublicValue>> historyOf(String space, LocalDate since) {
        return statements.ofSpace(space, since).stream()
                .collect(Collectors.groupingBy(PublicValue::indicator, TreeMap::new, Collectors.toList()));
    }
}
