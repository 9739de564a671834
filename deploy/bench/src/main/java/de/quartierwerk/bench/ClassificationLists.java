package de.quartierwerk.bench;

import de.quartierwerk.demonstration.DemonstrationRegion;
import de.quartierwerk.local.LocalService;
import java.util.List;

/** Schemes, their versions, runs and comments. */
final class ClassificationLists implements ServiceLists {
    private static final String ROOT = "/classification/v1/";
    private static final String PLANNER = "planner";
    private static final String SCHEME = ListClient.code(0);

    private final ListClient client;

    ClassificationLists(ListClient client) {
        this.client = client;
    }

    @Override
    public List<MeasuredList> fill() {
        for (int i = 0; i < ListClient.ITEMS; i++) {
            putScheme(ListClient.code(i), "Fassung 1");
        }
        client.post("steward", ROOT + "schemes/" + SCHEME + "/versions/1/approval", "{}");
        for (int version = 2; version <= ListClient.ITEMS; version++) {
            putScheme(SCHEME, "Fassung " + version);
        }
        String run = "";
        for (int i = 0; i < ListClient.ITEMS; i++) {
            run = run();
        }
        for (int i = 0; i < ListClient.ITEMS; i++) {
            client.post(PLANNER, ROOT + "runs/" + run + "/comments", """
                    {"speaker":"Jugendamt","text":"Der Neubau am Bahnhof ist noch nicht in den Zahlen."}""");
        }
        return List.of(
                list(
                        "schemes",
                        "schemes?",
                        PLANNER,
                        "scheme join scheme_version v on v.code = scheme.code and v.version = scheme.latest"
                                + " order by scheme.code"),
                list(
                        "scheme-versions",
                        "schemes/" + SCHEME + "/versions?",
                        PLANNER,
                        "scheme_version where code = '" + SCHEME + "' order by version desc"),
                list("runs", "runs?", PLANNER, "run order by number desc"),
                list(
                        "comments",
                        "runs/" + run + "/comments?",
                        PLANNER,
                        "run_comment where run = '" + run + "' order by number"),
                list("classification-audit", "audit?", "auditor", "audit_entry order by id desc"));
    }

    private void putScheme(String code, String title) {
        client.put(PLANNER, ROOT + "schemes/" + code, """
                {"code":"%s","title":"%s","level":"%s","indices":[{"code":"status","combine":"sum",
                 "components":[{"indicator":"%s","polarity":"burden","standardise":"z-population"}],
                 "restandardise":"z-population",
                 "classes":{"method":"breaks","breaks":[-1,1],"codes":["1","2","3"]}}]}""".formatted(
                        code, title, DemonstrationRegion.LEVEL, IngestionLists.INDICATOR));
    }

    /** The id of a completed run. */
    private String run() {
        String id = ListClient.field(
                client.post(PLANNER, ROOT + "runs", """
                        {"scheme":"%s","version":1,"period":"%s"}""".formatted(SCHEME, IngestionLists.PERIOD)), "id");
        client.awaitState(PLANNER, ROOT + "runs/" + id, "COMPLETED");
        return id;
    }

    private static MeasuredList list(String kind, String path, String user, String table) {
        return new MeasuredList(
                kind,
                ROOT + path + "limit=" + ListClient.ITEMS,
                user,
                LocalService.CLASSIFICATION,
                "select * from " + table);
    }
}
