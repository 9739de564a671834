package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What six digits such as {@code 201112} mean; without a statement they are no period. */
public enum PeriodFormat {
    /** Year and month: 201112 is December 2011. */
    @JsonProperty("yyyyMM")
    YEAR_MONTH("yyyyMM"),
    /** School year (Schuljahr): 201112 is 2011/12. */
    @JsonProperty("school-year")
    SCHOOL_YEAR("school-year");

    private final String text;

    PeriodFormat(String text) {
        this.text = text;
    }

    /** As written in mappings. */
    @Override
    public String toString() {
        return text;
    }
}
