package de.quartierwerk.acceptance.faults;

import de.quartierwerk.acceptance.Broker;
import de.quartierwerk.acceptance.Databases;
import de.quartierwerk.acceptance.ServiceState;
import de.quartierwerk.acceptance.faults.History.Wrong;
import de.quartierwerk.local.LocalService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Compares the services with each other, their events with what was received, and the audit trail with the writes. */
final class Checker {
    private static final Map<LocalService, List<String>> READ = new EnumMap<>(Map.of(
            LocalService.INGESTION, List.of("social-space"),
            LocalService.CLASSIFICATION, List.of("social-space", "indicator", "value-protected"),
            LocalService.FUNDING, List.of("social-space", "classification"),
            LocalService.REPORTING,
                    List.of("social-space", "indicator", "value-public", "classification", "stakeholder", "funding")));
    private static final int SHOWN = 20;

    private final Databases databases;
    private final Broker broker;
    private final History history;
    private final String prefix;
    private final Instant begin = Instant.now();
    private final Map<LocalService, Long> buriedBefore = new EnumMap<>(LocalService.class);

    /** @param prefix of all keys that this run will make */
    Checker(Databases databases, Broker broker, History history, String prefix) throws SQLException, IOException {
        this.databases = databases;
        this.broker = broker;
        this.history = history;
        this.prefix = prefix;
        for (LocalService service : READ.keySet()) {
            buriedBefore.put(service, buried(service));
        }
    }

    private long buried(LocalService service) throws SQLException, IOException {
        return databases.number(service, "select count(*) from dead_letter where replayed_at is null");
    }

    /** The rows of a query by their first column. */
    Map<String, List<String>> keyed(LocalService service, String sql) throws SQLException, IOException {
        Map<String, List<String>> rows = new HashMap<>();
        for (List<String> row : databases.query(service, sql)) {
            rows.put(row.get(0), row.subList(1, row.size()));
        }
        return rows;
    }

    /** Nothing may answer the query. */
    void none(LocalService service, String sql, Wrong wrong, String what) throws SQLException, IOException {
        databases.query(service, sql).stream().limit(SHOWN).forEach(row -> history.found(wrong, what + " " + row));
    }

    /** The query answers exactly these, each once. */
    void exactly(LocalService service, String sql, Collection<String> expected, String what)
            throws SQLException, IOException {
        Set<String> missing = new TreeSet<>(expected);
        Set<String> seen = new HashSet<>();
        for (List<String> row : databases.query(service, sql)) {
            String id = row.get(0);
            if (!seen.add(id) || !missing.remove(id)) {
                history.found(Wrong.DOUBLED, what + " that was not acknowledged, or is there twice: " + id);
            }
        }
        missing.forEach(id -> history.found(Wrong.LOST, what + " " + id));
    }

    /** Everything that holds between services. */
    void checkServices(Collection<Map<String, Integer>> audited) throws SQLException, IOException {
        String spaces =
                "select key || '|' || valid_from, name, level, version from space where key like '" + prefix + "%'";
        for (LocalService copy : READ.keySet()) {
            equal(LocalService.REGISTRY, spaces, copy, spaces);
        }
        String indicators = "select code, version, name from indicator where code like '" + prefix + "%'";
        for (LocalService copy : List.of(LocalService.CLASSIFICATION, LocalService.REPORTING)) {
            equal(LocalService.INGESTION, indicators + " and current", copy, indicators);
        }
        checkValues();
        checkRuns();
        checkGrants();
        checkAudit(audited);
        for (LocalService service : LocalService.values()) {
            none(
                    service,
                    "select count(*) from outbox where sent_at is null having count(*) > 0",
                    Wrong.LOST,
                    "unsent");
            none(service, "select job from bulk_job where published_at is null", Wrong.LOST, "bulk job");
        }
        for (LocalService service : List.of(LocalService.REGISTRY, LocalService.INGESTION)) {
            none(service, "select key from space where name = 'refused'", Wrong.DIFFERENT, "refused and there:");
        }
    }

    private void checkValues() throws SQLException, IOException {
        equal(LocalService.INGESTION, """
                        select r.id || '|' || v.indicator || '|' || v.period, count(*)
                        from value v join release r on r.number = v.release
                        where v.indicator like '%s%%' group by r.id, v.indicator, v.period""".formatted(prefix), LocalService.CLASSIFICATION, """
                        select release || '|' || indicator || '|' || period, sum(size) from value_vector
                        where indicator like '%s%%' group by release, indicator, period""".formatted(prefix));
        equal(LocalService.INGESTION, """
                        select distinct on (v.indicator, v.period, v.space) v.indicator || '|' || v.period || '|' || v.space,
                            r.id, round(case v.public_status when 'suppressed' then null else v.value end, 6)
                        from value v join release r on r.number = v.release where v.indicator like '%s%%'
                        order by v.indicator, v.period, v.space, v.revision desc""".formatted(prefix), LocalService.REPORTING, """
                        select indicator || '|' || period || '|' || space, release, round(amount, 6) from public_value
                        where indicator like '%s%%'""".formatted(prefix));
    }

    private void checkRuns() throws SQLException, IOException {
        equal(LocalService.CLASSIFICATION, """
                        select r.run || '|' || r.space, r.class_group, cardinality(r.needs) from result r join run on run.id = r.run
                        where run.scheme like '%s%%' and run.published_at is not null""".formatted(prefix), LocalService.REPORTING, """
                        select r.run || '|' || r.space, r.class_group, (select count(*) from run_need n
                            where n.run = r.run and n.space = r.space)
                        from run_result r join run on run.id = r.run where run.scheme like '%s%%'""".formatted(prefix));
        equal(LocalService.REPORTING, """
                        select n.run || '|' || n.space || '|' || n.need, 1 from run_need n join run on run.id = n.run
                        where run.scheme like '%s%%'""".formatted(prefix), LocalService.FUNDING, """
                        select n.run || '|' || n.space || '|' || n.need, 1 from space_need n join run on run.id = n.run
                        where run.scheme like '%s%%'""".formatted(prefix));
    }

    private void checkGrants() throws SQLException, IOException {
        equal(LocalService.FUNDING, """
                        select id, granted, coalesce((select sum(amount) from payment_order o
                            where o.application = a.id and o.paid_on is not null), 0.00)
                        from application a where programme like '%s%%' and granted is not null""".formatted(prefix), LocalService.REPORTING, """
                        select application, amount, coalesce((select paid_in_total from grant_paid p
                            where p.application = g.application), 0.00)
                        from decided_grant g where programme like '%s%%'""".formatted(prefix));
    }

    private void checkAudit(Collection<Map<String, Integer>> audited) throws SQLException, IOException {
        Map<String, Integer> expected = new TreeMap<>();
        audited.forEach(expected::putAll);
        Map<String, Integer> held = new HashMap<>();
        for (LocalService service : LocalService.values()) {
            for (List<String> row :
                    databases.query(service, "select action, subject, count(*) from audit_entry group by 1, 2")) {
                held.put(service.root() + " " + row.get(0) + " " + row.get(1), Integer.valueOf(row.get(2)));
            }
        }
        expected.forEach((entry, count) -> {
            int found = held.getOrDefault(entry, 0);
            if (found != count) {
                history.found(
                        found < count ? Wrong.LOST : Wrong.DOUBLED,
                        "audit of " + entry + ": " + found + " for " + count);
            }
        });
    }

    /** Both queries give the same rows. */
    private void equal(LocalService original, String sql, LocalService copy, String copied)
            throws SQLException, IOException {
        Map<String, List<String>> expected = keyed(original, sql);
        Map<String, List<String>> found = keyed(copy, copied);
        String place = " in " + copy.root() + " of " + original.root() + ": ";
        expected.forEach((key, row) -> {
            List<String> other = found.remove(key);
            if (other == null) {
                history.found(Wrong.LOST, "copy" + place + key);
            } else if (!row.equals(other)) {
                history.found(Wrong.DIFFERENT, "copy" + place + key + " " + other + " for " + row);
            }
        });
        found.keySet().forEach(key -> history.found(Wrong.DIFFERENT, "surplus" + place + key));
    }

    /**
     * Per subject, this run's events were sent in the order of its versions, and every service has every one of its
     * topics in its inbox, or kept it as a dead letter; dead letters are the poisoned records alone.
     *
     * @param poisoned number of records without meaning that were sent to each topic
     */
    void checkEvents(Map<String, Integer> poisoned) throws SQLException, IOException {
        Map<String, Set<String>> ids = new HashMap<>();
        for (String topic : ServiceState.TOPICS) {
            ids.put(topic, inOrder(topic));
        }
        for (Map.Entry<LocalService, List<String>> reader : READ.entrySet()) {
            LocalService service = reader.getKey();
            Set<String> received = databases.query(service, "select id from inbox").stream()
                    .map(row -> row.get(0))
                    .collect(Collectors.toSet());
            int poison = 0;
            for (String name : reader.getValue()) {
                String topic = "quartierwerk." + name + ".v1";
                poison += poisoned.getOrDefault(topic, 0);
                ids.get(topic).stream()
                        .filter(id -> !received.contains(id))
                        .limit(SHOWN)
                        .forEach(id -> history.found(Wrong.LOST, "event " + id + " of " + topic + " in " + service));
            }
            long buried = buried(service) - buriedBefore.get(service);
            if (buried != poison) {
                history.found(
                        buried < poison ? Wrong.LOST : Wrong.DIFFERENT,
                        buried + " dead letters for " + poison + " poisoned records in " + service);
            }
        }
    }

    private Set<String> inOrder(String topic) {
        Set<String> ids = new HashSet<>();
        Map<String, Long> versions = new HashMap<>();
        broker.each(List.of(topic), begin, record -> {
            if (Nemesis.isPoison(record) || !ids.add(header(record, "ce_id"))) {
                return;
            }
            String subject = header(record, "ce_subject");
            long version = Long.parseLong(header(record, "ce_version"));
            Long before = versions.put(subject, version);
            if (before != null && before > version && subject.contains(prefix)) {
                history.found(Wrong.DIFFERENT, "order of " + subject + ": " + before + " before " + version);
            }
        });
        return ids;
    }

    /** When this run began. */
    Instant begin() {
        return begin;
    }

    /** The text of a header, empty where the record has none. */
    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
