package de.quartierwerk.bench;

import de.quartierwerk.demonstration.DemonstrationRegion;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.local.LocalService;
import java.util.List;
import java.util.StringJoiner;

/** The catalogue, planned deliveries, observations, submissions with findings; and the values that a run needs. */
final class IngestionLists implements ServiceLists {
    /** Indicator whose values are released. */
    static final String INDICATOR = ListClient.code(0);

    /** Their period. */
    static final String PERIOD = "2023";

    private static final String ROOT = "/ingestion/v1/";
    private static final String STEWARD = "steward";

    private final ListClient client;
    private final BenchRegion region;

    IngestionLists(ListClient client, BenchRegion region) {
        this.client = client;
        this.region = region;
    }

    @Override
    public List<MeasuredList> fill() {
        importCatalogue();
        for (int i = 0; i < ListClient.ITEMS; i++) {
            putDefinitions(ListClient.code(i));
            client.post(
                    STEWARD, ROOT + "observations", """
                    {"field":"elderly","space":"%s","finding":"Ein Treffpunkt fehlt.","certainty":"likely",
                     "sourceKind":"survey"}""".formatted(region.keys().get(i)));
        }
        region.release(releasable());
        String faulty = submit(rows(i -> "?"));
        client.awaitState(STEWARD, faulty, "REJECTED");
        submitOneByOne();
        String submission = faulty.substring(faulty.lastIndexOf('/') + 1);
        return List.of(
                list("indicators", "indicators?", STEWARD, "indicator where current order by code"),
                new MeasuredList(
                        "themes",
                        ROOT + "catalogue/themes",
                        STEWARD,
                        LocalService.INGESTION,
                        // the list has themes that indicators name, too
                        "select code from theme union select theme from indicator where theme is not null order by 1"),
                list("profiles", "profiles?", STEWARD, "profile where current order by code"),
                list("inventory", "inventory?", STEWARD, "inventory_entry order by code"),
                list("expectations", "expectations?", STEWARD, "expectation order by code"),
                list("period-locks", "period-locks?", STEWARD, "period_lock order by code"),
                list("observations", "observations?", STEWARD, "observation order by number desc"),
                list("submissions", "submissions?", STEWARD, "submission order by number desc"),
                list(
                        "submission-findings",
                        "submissions/" + submission + "/findings?",
                        STEWARD,
                        "finding where submission = '" + submission + "' order by number"),
                list("ingestion-audit", "audit?", "auditor", "audit_entry order by id desc"));
    }

    private void importCatalogue() {
        StringJoiner themes = new StringJoiner(",");
        StringJoiner indicators = new StringJoiner(",");
        for (int i = 0; i < ListClient.ITEMS; i++) {
            String code = ListClient.code(i);
            themes.add("\"%s\":{\"name\":\"Thema\"}".formatted(code));
            indicators.add("\"%s\":{\"name\":\"Zahl\",\"unit\":\"persons\",\"kind\":\"count\",\"theme\":\"%s\"}"
                    .formatted(code, code));
        }
        client.post(STEWARD, ROOT + "catalogue", """
                {"format":"quartierwerk-catalogue-1","themes":{%s},"indicators":{%s}}""".formatted(themes, indicators));
    }

    private void putDefinitions(String code) {
        client.put(STEWARD, ROOT + "profiles/" + code, "{\"layout\":\"long\"}");
        client.put(STEWARD, ROOT + "inventory/" + code, """
                {"title":"Bestand","holder":"Amt","granularity":"social-space","state":"missing"}""");
        client.put(STEWARD, ROOT + "expectations/" + code, """
                {"organisation":"verband-a","indicators":["%s"],"level":"%s","period":"2030","due":"2031-06-30"}""".formatted(code, DemonstrationRegion.LEVEL));
        client.put(STEWARD, ROOT + "period-locks/" + code, """
                {"period":"1990","indicators":["%s"],"reason":"Bericht beschlossen"}""".formatted(code));
    }

    /** A checked submission with a value for every space. */
    private String releasable() {
        String path = submit(rows(i -> Integer.toString(100 + i % 50)));
        client.awaitState(STEWARD, path, "VALIDATED");
        return path;
    }

    private void submitOneByOne() {
        for (int i = 0; i < ListClient.ITEMS; i++) {
            String row = region.keys().get(i) + ";" + (200 + i) + "\n";
            client.awaitState(STEWARD, submit("space;number\n" + row), "VALIDATED");
        }
    }

    private String submit(String file) {
        Answer submission = client.upload(STEWARD, ROOT + "submissions", file, "mapping", """
                {"layout":"wide","level":"%s","spaceColumn":"space","period":"%s","delimiter":";",
                 "columns":{"number":{"indicator":"%s"}}}""".formatted(
                        DemonstrationRegion.LEVEL, PERIOD, INDICATOR));
        return ROOT + "submissions/" + ListClient.field(submission, "id");
    }

    private interface Cell {
        String of(int space);
    }

    private String rows(Cell cell) {
        StringBuilder file = new StringBuilder("space;number\n");
        for (int i = 0; i < region.keys().size(); i++) {
            file.append(region.keys().get(i)).append(';').append(cell.of(i)).append('\n');
        }
        return file.toString();
    }

    private static MeasuredList list(String kind, String path, String user, String table) {
        return new MeasuredList(
                kind,
                ROOT + path + "limit=" + ListClient.ITEMS,
                user,
                LocalService.INGESTION,
                "select * from " + table);
    }
}
