package de.quartierwerk.bench;

import de.quartierwerk.local.LocalService;
import java.util.List;
import java.util.UUID;

/** Stakeholders, offers, bodies, budget lines, programmes, and applications that were granted. */
final class FundingLists implements ServiceLists {
    private static final String ROOT = "/funding/v1/";
    private static final String PLANNER = "planner";
    private static final String OFFICER = "funding-officer";
    private static final String SUPPLIER = "supplier";
    private static final String PROGRAMME = ListClient.code(0);

    private final ListClient client;
    private final BenchRegion region;

    FundingLists(ListClient client, BenchRegion region) {
        this.client = client;
        this.region = region;
    }

    @Override
    public List<MeasuredList> fill() {
        client.put(PLANNER, ROOT + "stakeholders/verband-a", """
                {"name":"Verband A","kind":"welfare-association","published":true}""");
        for (int i = 0; i < ListClient.ITEMS; i++) {
            putDefinitions(ListClient.code(i));
        }
        for (int i = 0; i < ListClient.ITEMS; i++) {
            grant(region.keys().get(i));
        }
        return List.of(
                list("stakeholders", PLANNER, "stakeholder order by key"),
                list("offers", PLANNER, "offer order by key"),
                list("bodies", PLANNER, "body order by code"),
                list("budget-lines", PLANNER, "budget_line order by code"),
                list("programmes", PLANNER, "programme order by code"),
                list("applications", PLANNER, "application order by created_at desc, id desc"),
                list("grants", PLANNER, "application where granted is not null order by created_at desc, id desc"),
                new MeasuredList(
                        "funding-audit",
                        ROOT + "audit?limit=" + ListClient.ITEMS,
                        "auditor",
                        LocalService.FUNDING,
                        "select * from audit_entry order by id desc"));
    }

    private void putDefinitions(String code) {
        client.put(PLANNER, ROOT + "stakeholders/" + code, """
                {"name":"Verein","kind":"association","published":true}""");
        client.put(PLANNER, ROOT + "offers/" + code, """
                {"stakeholder":"verband-a","name":"Treff","published":true}""");
        client.put(OFFICER, ROOT + "bodies/" + code, """
                {"name":"Beirat","kind":"committee","competences":[]}""");
        client.put(OFFICER, ROOT + "budget-lines/" + code, """
                {"name":"Zuschüsse","years":[{"year":2030,"planned":{"amount":"400000.00","currency":"EUR"}}]}""");
        client.put(OFFICER, ROOT + "programmes/" + code, """
                {"name":"Quartier","budgetLine":"%s","criteria":[]}""".formatted(code));
    }

    /** Takes an application to its grant; below 5,000 euros the administration decides alone. */
    private void grant(String space) {
        String application = ROOT + "applications/"
                + ListClient.field(
                        client.post(
                                SUPPLIER, ROOT + "applications", """
                        {"programme":"%s","applicant":"verband-a","title":"Koordinierungsstelle %s",
                         "purpose":"Beratung von Familien","spaces":["%s"],
                         "period":{"from":"2030-01-01","to":"2030-12-31"},
                         "amounts":[{"year":2030,"amount":{"amount":"1000.00","currency":"EUR"}}]}""".formatted(PROGRAMME, UUID.randomUUID(), space)),
                        "id");
        client.step(SUPPLIER, application, "submission", "{}");
        client.step(OFFICER, application, "assessment", "{\"recommendation\":\"grant\"}");
        client.step("clerk", application, "decision", """
                {"body":"administration","decidedOn":"2024-06-17","result":"granted","paperNumber":"2024/0123"}""");
    }

    private static MeasuredList list(String kind, String user, String table) {
        return new MeasuredList(
                kind, ROOT + kind + "?limit=" + ListClient.ITEMS, user, LocalService.FUNDING, "select * from " + table);
    }
}
