package de.quartierwerk.acceptance;

import de.quartierwerk.acceptance.ApiDocument.Call;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who may call what, in {@code roles.csv}: the agreement that the annotations of the services and the tests are
 * compared with.
 *
 * @param rows roles by operation; none where anyone may call
 * @param openWrites operations by another method than GET that anyone may call, because they only read
 */
record RolesTable(Map<String, Set<String>> rows, Set<String> openWrites) {

    private static final String ANYONE = "anyone";
    private static final String ONLY_READS = ANYONE + ", reads";

    static RolesTable read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RolesTable.class.getResourceAsStream("/roles.csv")), StandardCharsets.UTF_8))) {
            return of(lines.lines().skip(1).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RolesTable of(List<String> lines) {
        Map<String, Set<String>> rows = new TreeMap<>();
        Set<String> openWrites = new TreeSet<>();
        for (String line : lines) {
            String[] cells = line.split(";", 2);
            boolean anyone = cells[1].startsWith(ANYONE);
            if (rows.put(cells[0], anyone ? Set.of() : Set.of(cells[1].split(" ", -1))) != null) {
                throw new IllegalArgumentException("twice: " + cells[0]);
            }
            if (cells[1].equals(ONLY_READS)) {
                openWrites.add(cells[0]);
            }
        }
        return new RolesTable(rows, openWrites);
    }

    /** The roles of which one is needed. */
    Set<String> roles(Call call) {
        return rows.getOrDefault(call.toString(), Set.of());
    }

    /** Where operations and table differ, and writes that anyone may call. */
    List<String> faults(Collection<Call> calls) {
        List<String> faults = new ArrayList<>();
        Set<String> known = new TreeSet<>();
        for (Call call : calls) {
            known.add(call.toString());
            Set<String> row = rows.get(call.toString());
            if (row == null) {
                faults.add(call + " has no row");
            } else if (!row.equals(call.roles())) {
                faults.add(call + " is for " + call.roles() + " instead of " + row);
            }
            if (!call.method().equals("GET") && call.roles().isEmpty() && !openWrites.contains(call.toString())) {
                faults.add(call + " writes and is for anyone");
            }
        }
        rows.keySet().stream().filter(row -> !known.contains(row)).forEach(row -> faults.add(row + " does not exist"));
        return faults;
    }
}
