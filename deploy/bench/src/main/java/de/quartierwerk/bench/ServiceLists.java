package de.quartierwerk.bench;

import java.util.List;

/** The lists of one service. */
interface ServiceLists {
    /** Fills each list through the API. */
    List<MeasuredList> fill();
}
