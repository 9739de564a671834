package de.quartierwerk.classification.scheme;

/** The scheme shown in the description of the API. */
public final class SchemeExample {
    /** Two indices, their groups and one need. */
    public static final String DOCUMENT = """
            {"code":"mss","title":"Monitoring Soziale Stadtentwicklung","source":"Senate of Berlin","level":"planning-area",
             "automatic":false,
             "indices":[{"code":"status","title":"Status","combine":"sum","missing":"exclude-space",
               "restandardise":"z-population",
               "components":[{"indicator":"S1","measure":"value","transform":"none","polarity":"burden",
                 "standardise":"z-population","weight":1}],
               "classes":{"method":"breaks","breaks":[-1,1,1.5],"closed":"right","codes":["1","2","3","4"],
                 "labels":["hoch","mittel","niedrig","sehr niedrig"]}}],
             "needs":[{"code":"HF1","title":"Benachteiligte Räume","when":{"allOf":[
               {"index":"status","class":["3","4"]},
               {"indicator":"S1","measure":"deviation-percent","reference":"municipality","op":">=","value":20}]}}]}""";

    private SchemeExample() {}
}
