package de.quartierwerk.demonstration.values;

/** What is counted in a space at the end of a year. Indicators are made of these. */
public enum Count {
    /** Area in hectares. */
    HECTARES,
    /** Inhabitants. */
    POPULATION,
    /** Inhabitants under 3. */
    UNDER_3,
    /** Inhabitants from 3 to 5. */
    FROM_3_TO_5,
    /** Inhabitants under 6. */
    UNDER_6,
    /** Inhabitants under 15. */
    UNDER_15,
    /** Inhabitants under 18. */
    UNDER_18,
    /** Inhabitants under 21. */
    UNDER_21,
    /** Inhabitants from 15 to 24. */
    FROM_15_TO_24,
    /** Inhabitants from 15 to 64. */
    FROM_15_TO_64,
    /** Inhabitants from 20 to 64. */
    FROM_20_TO_64,
    /** Inhabitants under 65. */
    UNDER_65,
    /** Inhabitants of 65 and more. */
    FROM_65,
    /** Inhabitants of 80 and more. */
    FROM_80,
    /** Inhabitants without German citizenship. */
    FOREIGNERS,
    /** Inhabitants with migration background. */
    MIGRATION_BACKGROUND,
    /** Private households. */
    HOUSEHOLDS,
    /** Households with children under 18. */
    FAMILIES,
    /** Families with one parent. */
    SINGLE_PARENTS,
    /** Families with three or more children. */
    LARGE_FAMILIES,
    /** Households of one person. */
    ONE_PERSON,
    /** Unemployed people. */
    UNEMPLOYED,
    /** People unemployed for a year or longer. */
    LONG_TERM_UNEMPLOYED,
    /** Unemployed people from 15 to 24. */
    YOUNG_UNEMPLOYED,
    /** Employees subject to social insurance, at their place of residence. */
    EMPLOYED,
    /** Recipients of basic income support (SGB II). */
    SGB2,
    /** Recipients of basic income support who could work. */
    SGB2_EMPLOYABLE,
    /** Recipients of basic income support who work. */
    SGB2_WORKING,
    /** Children under 15 in households on basic income support. */
    SGB2_UNDER_15,
    /** Recipients of basic income support in old age (SGB XII). */
    OLD_AGE_BENEFIT,
    /** Households with housing benefit. */
    HOUSING_BENEFIT,
    /** Children under 3 in day care. */
    DAY_CARE_UNDER_3,
    /** Children from 3 to 5 in day care. */
    DAY_CARE_FROM_3,
    /** Places in day care for children under 6. */
    DAY_CARE_PLACES,
    /** Children examined before school in the last three years. */
    SCHOOL_ENTRANTS,
    /** School entrants with need for language support. */
    LANGUAGE_NEED,
    /** Overweight school entrants. */
    OVERWEIGHT,
    /** Children who changed to a secondary school in the last three years. */
    SCHOOL_CHANGES,
    /** Changes to a grammar school. */
    GRAMMAR_SCHOOL,
    /** Young people who left school in the last three years. */
    SCHOOL_LEAVERS,
    /** School leavers without certificate. */
    NO_CERTIFICATE,
    /** Young people with help for upbringing (SGB VIII). */
    YOUTH_WELFARE,
    /** Reports of children in danger. */
    CHILD_PROTECTION,
    /** Children taken into care in danger (Inobhutnahmen); few in most spaces. */
    TAKEN_INTO_CARE,
    /** People of 65 and more in need of care. */
    CARE_RECIPIENTS,
    /** Those in need of care who are cared for at home. */
    CARE_AT_HOME,
    /** Places in residential care. */
    CARE_PLACES,
    /** General practitioners. */
    GENERAL_PRACTITIONERS,
    /** Dwellings. */
    DWELLINGS,
    /** Dwellings with controlled rent. */
    SOCIAL_DWELLINGS,
    /** Dwellings completed in the year. */
    NEW_DWELLINGS,
    /** Living space in square metres. */
    LIVING_SPACE,
    /** People who moved into or out of the space in the year. */
    MOVES
}
