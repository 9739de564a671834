package de.quartierwerk.demonstration.territory;

import de.quartierwerk.demonstration.membership.MunicipalityProfile;
import java.util.List;

/**
 * The areas of a region. Spaces are ordered by municipality.
 *
 * @param districts the districts, the last of which has no municipality
 * @param municipalities the municipalities
 * @param profiles the profile of each municipality
 * @param spaces the social spaces
 * @param districtOf position of the district of each municipality
 * @param firstSpace position of the first space of each municipality, and the number of spaces at the end
 */
public record Territory(
        List<Area> districts,
        List<Area> municipalities,
        List<MunicipalityProfile> profiles,
        List<Area> spaces,
        List<Integer> districtOf,
        List<Integer> firstSpace) {

    /** Copies the lists. */
    public Territory {
        districts = List.copyOf(districts);
        municipalities = List.copyOf(municipalities);
        profiles = List.copyOf(profiles);
        spaces = List.copyOf(spaces);
        districtOf = List.copyOf(districtOf);
        firstSpace = List.copyOf(firstSpace);
    }

    /** Number of spaces of a municipality. */
    public int size(int municipality) {
        return firstSpace.get(municipality + 1) - firstSpace.get(municipality);
    }
}
