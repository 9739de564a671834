package de.quartierwerk.demonstration.membership;

/** A field of action (Handlungsfeld) of the shipped scheme. */
public enum Field {
    /** Material poverty and undersupply cumulate. */
    DISADVANTAGED("HF1", "Benachteiligte Sozialräume"),
    /** Ageing together with low density or old-age poverty. */
    ELDERLY("HF2", "Teilhabe und Pflege älterer Menschen"),
    /** Poverty of children and strain on their families. */
    FAMILIES("HF3", "Armutsrisiken von Kindern und Familien"),
    /** Immigration and need for language support. */
    INTEGRATION("HF4", "Integration");

    private final String code;
    private final String title;

    Field(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** The code of the need in the scheme. */
    public String code() {
        return code;
    }

    /** The German title. */
    public String title() {
        return title;
    }
}
