package de.quartierwerk.bench;

import de.quartierwerk.demonstration.DemonstrationRegion;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.local.LocalService;
import java.util.List;

/** Levels, spaces, findings of an import; the spaces are those of the region. */
final class RegistryLists implements ServiceLists {
    private static final String ROOT = "/registry/v1/";
    private static final String PLANNER = "planner";

    private final ListClient client;

    RegistryLists(ListClient client) {
        this.client = client;
    }

    @Override
    public List<MeasuredList> fill() {
        StringBuilder orphans = new StringBuilder("key;name;parent\n");
        for (int i = 0; i < ListClient.ITEMS; i++) {
            String code = ListClient.code(i);
            client.put(PLANNER, ROOT + "levels/" + code, "{\"name\":\"Ebene\",\"rank\":50}");
            orphans.append(code).append(";Raum;nowhere\n");
        }
        Answer imported = client.upload(
                PLANNER,
                ROOT + "imports",
                orphans.toString(),
                "options",
                "{\"level\":\"" + DemonstrationRegion.LEVEL + "\",\"validFrom\":\"2000-01-01\"}");
        String id = ListClient.field(imported, "id");
        return List.of(
                list("levels", "levels?", PLANNER, "space_level order by rank, code"),
                list("spaces", "spaces?", PLANNER, "space order by key"),
                list(
                        "import-findings",
                        "imports/" + id + "/findings?",
                        PLANNER,
                        "space_import_finding where import_id = '" + id + "' order by row, number"),
                list("registry-audit", "audit?", "auditor", "audit_entry order by id desc"));
    }

    private static MeasuredList list(String kind, String path, String user, String table) {
        return new MeasuredList(
                kind, ROOT + path + "limit=" + ListClient.ITEMS, user, LocalService.REGISTRY, "select * from " + table);
    }
}
