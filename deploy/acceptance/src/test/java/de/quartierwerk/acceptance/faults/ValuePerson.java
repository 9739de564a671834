package de.quartierwerk.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.acceptance.faults.History.Span;
import de.quartierwerk.acceptance.faults.History.Wrong;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.local.LocalService;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Delivers values of a year, or of one that is there already with other numbers, has them released by a second person,
 * computes a run, publishes it and asks for a report.
 */
final class ValuePerson extends Person {
    private static final int INDICATORS = 4;
    private static final int FIRST_YEAR = 2013;
    private static final int YEARS = 35;
    private static final String SUBMISSIONS = "/ingestion/v1/submissions";
    private static final String RUNS = "/classification/v1/runs";
    private static final String REPORTS = "/reporting/v1/reports";
    private static final List<String> WARNINGS =
            List.of("relation.sum", "relation.same-figure", "relation.share-of", "relation.complement");

    private final Ground ground;
    /** The numbers of each year that was released: revision, and what tells its numbers from those of other files. */
    private final Map<Integer, Released> released = new LinkedHashMap<>();

    private final Map<String, Kept> texts = new LinkedHashMap<>();
    private final Set<String> submissions = new HashSet<>();
    private final Set<String> runs = new HashSet<>();
    private final Set<String> reports = new HashSet<>();
    private int files;
    private int schemes;

    private record Released(int revision, int file, Span written) {}

    /** What was read at a path, and must never read otherwise. */
    private record Kept(String user, String type, String text, Span written) {}

    ValuePerson(String name, Ground ground, Random random, Integrator api, History history) {
        super(ground.prefix() + name, random, api, history);
        this.ground = ground;
    }

    @Override
    void turn() {
        if (schemes == 0) {
            for (int i = 0; i < INDICATORS; i++) {
                api.put("/ingestion/v1/indicators/" + indicator(i), "steward", """
                                {"name":"Kennzahl","unit":"percent","kind":"ratio","polarity":"burden"}""")
                        .orFail();
                audited(LocalService.INGESTION, "indicator-created", "indicators/" + indicator(i));
            }
        }
        if (schemes == 0 || oneIn(5)) {
            scheme();
        }
        int year = released.isEmpty() || !oneIn(4)
                ? FIRST_YEAR + files % YEARS
                : List.copyOf(released.keySet()).get(random.nextInt(released.size()));
        if (deliver(year)) {
            String run = run(year);
            publish(run);
            report(year);
        }
    }

    /** Whether the file was released, and not rejected. */
    private boolean deliver(int year) {
        Instant begin = Instant.now();
        int file = files++;
        Answer sent = api.upload(
                        SUBMISSIONS, "steward", name + "-" + file + ".csv", csv(year, file), "mapping", """
                        {"layout":"long","level":"%s","spaceColumn":"space","indicatorColumn":"indicator",
                         "periodColumn":"period","numeratorColumn":"numerator","denominatorColumn":"denominator",
                         "atomic":true}""".formatted(
                                        ground.level()))
                .orFail();
        String id = sent.json().get("id").asText();
        String path = SUBMISSIONS + "/" + id;
        submissions.add(id);
        audited(LocalService.INGESTION, "submission-received", "submissions/" + id);
        JsonNode checked = api.await(path, "steward", "state", Set.of("VALIDATED", "REJECTED"));
        if (!checked.get("state").asText().equals("VALIDATED")) {
            throw new IllegalStateException(path + " is rejected: " + checked.get("findingCounts"));
        }
        if (oneIn(6)) {
            api.post(path + "/rejection", "steward2", "{\"reason\":\"nur zur Probe\"}");
            api.await(path, "steward", "state", Set.of("REJECTED"));
            audited(LocalService.INGESTION, "submission-rejected", "submissions/" + id);
            return false;
        }
        for (String code : WARNINGS) {
            if (!api.get(path + "/findings?code=" + code, "steward")
                    .orFail()
                    .json()
                    .get("items")
                    .isEmpty()) {
                api.post(path + "/answers", "steward", "{\"code\":\"%s\",\"reason\":\"Probe\"}".formatted(code));
            }
        }
        if (oneIn(4)) {
            refused(api.post(path + "/approval", "steward", "{}"));
        }
        api.post(path + "/approval", "steward2", "{}");
        JsonNode done = api.await(path, "steward", "state", Set.of("RELEASED"));
        int revision = released.containsKey(year) ? released.get(year).revision() + 1 : 1;
        released.put(year, new Released(revision, file, new Span(begin, Instant.now())));
        audited(LocalService.INGESTION, "submission-approved", "submissions/" + id);
        audited(
                LocalService.INGESTION,
                "values-released",
                "releases/" + done.get("releaseId").asText());
        String instant = Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
        keep(
                "/ingestion/v1/values?limit=1000&level=" + ground.level() + "&period=" + year + "&indicator="
                        + indicator(random.nextInt(INDICATORS)) + "&recordedAt=" + instant,
                "steward",
                "text/csv",
                begin);
        return true;
    }

    private void scheme() {
        String path = "/classification/v1/schemes/" + name;
        int version = api.put(path, "planner", document())
                .orFail()
                .json()
                .get("version")
                .asInt();
        schemes++;
        if (version != schemes) {
            history.found(Wrong.DIFFERENT, name + " has version " + version + " in place of " + schemes);
        }
        api.post(path + "/versions/" + version + "/approval", "steward", "{}");
        audited(LocalService.CLASSIFICATION, "scheme-stored", "schemes/" + name);
        audited(LocalService.CLASSIFICATION, "scheme-approved", "schemes/" + name + "/versions/" + version);
    }

    private String run(int year) {
        Instant begin = Instant.now();
        String id = api.post(RUNS, "planner", "{\"scheme\":\"%s\",\"period\":\"%d\"}".formatted(name, year))
                .orFail()
                .json()
                .get("id")
                .asText();
        String path = RUNS + "/" + id;
        runs.add(id);
        audited(LocalService.CLASSIFICATION, "run-started", "runs/" + id);
        JsonNode done = api.await(path, "planner", "state", Set.of("COMPLETED", "FAILED"));
        if (done.at("/counts/classified").asInt() != Ground.SPACES) {
            history.found(Wrong.DIFFERENT, "run " + done, new Span(begin, Instant.now()));
        }
        Answer results = api.get(path + "/results?limit=1000", "planner").orFail();
        for (JsonNode result : results.json().get("items")) {
            int space = Integer.parseInt(result.get("space").asText().replaceAll(".*-", ""));
            double raw = result.at("/indices/sum/raw").asDouble();
            if (Math.abs(raw - expectedSum(space, year)) > 1e-6) {
                history.found(Wrong.DIFFERENT, "result " + result, new Span(begin, Instant.now()));
            }
        }
        keep(path + "/results?limit=1000", "planner", "application/json", begin);
        return path;
    }

    private void publish(String run) {
        api.post(run + "/publication", "planner", "{\"note\":\"Probe\"}").orFail();
        api.await(run, "planner", "standing", Set.of("published"));
        audited(LocalService.CLASSIFICATION, "run-published", run.substring(run.indexOf("runs/")));
    }

    private void report(int year) {
        Instant begin = Instant.now();
        String id = api.post(REPORTS, "planner", """
                        {"type":"monitoring","area":"%s","period":"%d","scheme":"%s","language":"de"}""".formatted(Ground.MUNICIPALITY, year, name))
                .orFail()
                .json()
                .get("id")
                .asText();
        reports.add(id);
        audited(LocalService.REPORTING, "report-requested", "reports/" + id);
        JsonNode done = api.await(REPORTS + "/" + id, "planner", "state", Set.of("COMPLETED", "FAILED"));
        if (!done.get("state").asText().equals("COMPLETED")) {
            history.found(Wrong.LOST, "report " + done, new Span(begin, Instant.now()));
            return;
        }
        keep(REPORTS + "/" + id + "/document", "planner", "application/json", begin);
    }

    private void keep(String path, String user, String type, Instant begin) {
        String text = api.read(path, user, type).orFail().text();
        texts.put(path, new Kept(user, type, text, new Span(begin, Instant.now())));
    }

    @Override
    void check(Checker checker) throws Exception {
        checkValues(checker);
        texts.forEach((path, kept) -> {
            Answer again = api.read(path, kept.user(), kept.type());
            if (again.status() == 404) {
                history.found(Wrong.LOST, path, kept.written());
            } else if (!again.text().equals(kept.text())) {
                history.found(Wrong.DIFFERENT, path, kept.written());
            }
        });
        checker.exactly(
                LocalService.INGESTION,
                "select id from submission where file_name like '" + name + "-%'",
                submissions,
                "submission");
        checker.exactly(LocalService.CLASSIFICATION, "select id from run where scheme = '" + name + "'", runs, "run");
        checker.exactly(
                LocalService.REPORTING, "select id from report where scheme = '" + name + "'", reports, "report");
        checker.exactly(
                LocalService.CLASSIFICATION,
                "select count(*) from scheme_version where code = '" + name + "'",
                Set.of(Integer.toString(schemes)),
                "number of versions of the scheme");
    }

    private void checkValues(Checker checker) throws Exception {
        Map<String, List<String>> held = checker.keyed(LocalService.INGESTION, """
                        select indicator || ' ' || period || ' ' || space, count(*), max(revision),
                            (array_agg(numerator order by revision desc))[1]
                        from value where indicator like '%s-%%' and origin is null group by indicator, period, space""".formatted(name));
        released.forEach((year, kept) -> {
            for (int space = 0; space < Ground.SPACES; space++) {
                for (int i = 0; i < INDICATORS; i++) {
                    String key = indicator(i) + " " + year + " " + ground.space(space);
                    checkValue(key, held.remove(key), kept, numerator(space, i, year, kept.file()));
                }
            }
        });
        held.keySet().forEach(key -> history.found(Wrong.DIFFERENT, "value that nobody released " + key));
    }

    private void checkValue(String key, List<String> row, Released kept, int numerator) {
        String revision = Integer.toString(kept.revision());
        if (row == null) {
            history.found(Wrong.LOST, "value " + key, kept.written());
        } else if (!row.get(0).equals(revision) || !row.get(1).equals(revision)) {
            Wrong wrong = Integer.parseInt(row.get(0)) < kept.revision() ? Wrong.LOST : Wrong.DOUBLED;
            history.found(wrong, "revisions of " + key + " " + row + " for " + revision, kept.written());
        } else if (new BigDecimal(row.get(2)).compareTo(BigDecimal.valueOf(numerator)) != 0) {
            history.found(Wrong.DIFFERENT, "value " + key + " " + row + " for " + numerator, kept.written());
        }
    }

    private String indicator(int number) {
        return name + "-" + number;
    }

    private static int numerator(int space, int indicator, int year, int file) {
        return 10 + (space * 31 + indicator * 17 + year * 7 + file * 13) % 400;
    }

    private static int denominator(int space) {
        return 500 + space;
    }

    private double expectedSum(int space, int year) {
        double sum = 0;
        for (int i = 0; i < INDICATORS; i++) {
            sum += 100.0 * numerator(space, i, year, released.get(year).file()) / denominator(space);
        }
        return sum;
    }

    private String csv(int year, int file) {
        StringBuilder csv = new StringBuilder("space;indicator;period;numerator;denominator\n");
        for (int space = 0; space < Ground.SPACES; space++) {
            for (int i = 0; i < INDICATORS; i++) {
                csv.append(ground.space(space))
                        .append(';')
                        .append(indicator(i))
                        .append(';')
                        .append(year);
                csv.append(';').append(numerator(space, i, year, file));
                csv.append(';').append(denominator(space)).append('\n');
            }
        }
        return csv.toString();
    }

    /** The sum of all values, as they are, with a need where the first is high. */
    private String document() {
        ObjectNode scheme = Integrator.JSON
                .createObjectNode()
                .put("code", name)
                .put("title", "Probe " + schemes)
                .put("description", "Probe")
                .put("source", "Probe")
                .put("level", ground.level())
                .put("automatic", false);
        ObjectNode index =
                scheme.putArray("indices").addObject().put("code", "sum").put("title", "Summe");
        ArrayNode components = index.putArray("components");
        for (int i = 0; i < INDICATORS; i++) {
            components
                    .addObject()
                    .put("indicator", indicator(i))
                    .put("measure", "value")
                    .put("transform", "none")
                    .put("polarity", "burden")
                    .put("standardise", "none")
                    .put("weight", 1);
        }
        index.put("combine", "sum").put("missing", "exclude-space").put("restandardise", "none");
        ObjectNode classes = index.putObject("classes").put("method", "breaks").put("closed", "right");
        classes.putArray("breaks").add(100).add(200);
        classes.putArray("codes").add("1").add("2").add("3");
        classes.putArray("labels").add("1").add("2").add("3");
        scheme.putArray("needs")
                .addObject()
                .put("code", "N1")
                .put("title", "Probe")
                .put("targetGroup", "alle")
                .putObject("when")
                .put("indicator", indicator(0))
                .put("measure", "deviation-percent")
                .put("reference", "all")
                .put("op", ">=")
                .put("value", 20);
        return scheme.toString();
    }
}
