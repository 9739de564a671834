package de.quartierwerk.bench;

import de.quartierwerk.local.LocalService;
import java.util.List;

/** Reports, each on one space. */
final class ReportingLists implements ServiceLists {
    private static final String ROOT = "/reporting/v1/";
    private static final String PLANNER = "planner";

    private final ListClient client;
    private final BenchRegion region;

    ReportingLists(ListClient client, BenchRegion region) {
        this.client = client;
        this.region = region;
    }

    @Override
    public List<MeasuredList> fill() {
        for (int i = 0; i < ListClient.ITEMS; i++) {
            String id = ListClient.field(
                    client.post(PLANNER, ROOT + "reports", """
                            {"type":"monitoring","area":"%s","period":"%s","language":"de"}""".formatted(
                                    region.keys().get(i), IngestionLists.PERIOD)),
                    "id");
            client.awaitState(PLANNER, ROOT + "reports/" + id, "COMPLETED");
        }
        String limit = "?limit=" + ListClient.ITEMS;
        return List.of(
                new MeasuredList(
                        "reports",
                        ROOT + "reports" + limit,
                        PLANNER,
                        LocalService.REPORTING,
                        "select * from report order by created_at desc, id desc"),
                new MeasuredList(
                        "reporting-audit",
                        ROOT + "audit" + limit,
                        "auditor",
                        LocalService.REPORTING,
                        "select * from audit_entry order by id desc"));
    }
}
