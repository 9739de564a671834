package de.quartierwerk.reporting.report;

/** A small document for the API's description; the tests read it into the record. */
final class DocumentExample {
    static final String MONITORING = """
            {"id":"5b0c7a86-2f5e-4f0e-9a43-0f6f4f1c2d10","type":"monitoring","language":"de",
             "area":{"key":"99001","name":"Musterkreis","level":"district","levelName":"Kreis"},
             "period":"2023","periodStart":"2023-01-01","periodEnd":"2023-12-31","assembledAt":"2024-04-02T08:00:00Z",
             "notices":["Alle Angaben sind erfunden und dienen der Vorführung; kein Ort ist wirklich."],
             "classifications":[{"run":"0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10","scheme":"fields-of-action",
               "schemeVersion":1,"schemeTitle":"Handlungsfelder","level":"social-space","levelName":"Sozialraum",
               "period":"2023","asOf":"2023-12-31","publishedAt":"2024-04-01T08:00:00Z",
               "note":"Mit den Kommunen beraten","consulted":["Kommunen"],"basis":"exact",
               "indices":[{"code":"burden","title":"Belastung","classes":[
                 {"code":"1","label":"niedrig","above":null,"upTo":0,"spaces":1},
                 {"code":"2","label":"hoch","above":0,"upTo":null,"spaces":1}],"closed":"right"}],
               "needs":[{"code":"HF1","title":"Benachteiligte Sozialräume","targetGroup":null,"spaces":1,
                 "municipalities":1}],
               "spaces":2,"spacesInNeed":1,"municipalitiesInNeed":1,"excluded":0,"considered":2,"groups":[],
               "before":{"run":"1d6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c11","period":"2021","considered":2,"spacesInNeed":2,
                 "came":[],"went":["99001001-02"],
                 "needs":[{"code":"HF1","spaces":2,"came":[],"went":["99001001-02"]}],
                 "transitions":[{"index":"burden","from":"2","to":"1","spaces":1},
                   {"index":"burden","from":"2","to":"2","spaces":1}]},
               "trend":[{"period":"2021","considered":2,"spacesInNeed":2},
                 {"period":"2023","considered":2,"spacesInNeed":1}]}],
             "indicators":[{"code":"unemployed","version":1,"name":"Arbeitslose","description":null,"unit":"percent",
               "kind":"ratio","polarity":"burden","theme":"employment","source":"Statistikstelle","licence":"dl-de/by-2-0",
               "level":"social-space","levelName":"Sozialraum","lowest":7.25,"median":7.25,"highest":7.25,"shown":1,
               "suppressed":0}],
             "spaces":[{"key":"99001001-01","name":"Mühlenviertel","level":"social-space",
               "within":{"key":"99001001","name":"Musterstadt","level":"municipality","levelName":"Gemeinde"},
               "areaSquareMetres":1250000.5,
               "results":{"fields-of-action":{"excluded":null,
                 "indices":{"burden":{"value":1.234567,"class":"2","code":"2","label":"hoch"}},"group":null,
                 "needs":[{"code":"HF1","origin":"rule","reason":null}]}},
               "values":{"unemployed":{"value":7.25,"numerator":290,"denominator":4000,"status":"normal","mark":null,
                 "period":"2023","release":"7b0a4c5e-2f0f-4d7e-9f1a-0c7f7f5b1d21"}}}],
             "offers":[],"grants":[],
             "inputs":{"runs":["0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10"],
               "releases":["7b0a4c5e-2f0f-4d7e-9f1a-0c7f7f5b1d21"]},
             "marks":[{"mark":".","meaning":"Zahlenwert unbekannt oder geheim zu halten"}],
             "boundaries":{"source":"Vermessungsamt","licence":"dl-de/zero-2-0"},"correction":null}
            """;

    private DocumentExample() {}
}
