package de.quartierwerk.registry.space;

import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.boundary.Positions;
import de.quartierwerk.registry.space.LocationsRequest.PointRequest;
import de.quartierwerk.registry.space.LocationsResponse.Hint;
import de.quartierwerk.registry.space.LocationsResponse.Item;
import de.quartierwerk.registry.validity.Days;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Finds the spaces of many positions at once. */
@ApplicationScoped
class Locations {
    private final SpaceReader reader;

    Locations(SpaceReader reader) {
        this.reader = reader;
    }

    LocationsResponse find(LocationsRequest request, LocalDate today) {
        List<InputError> errors = new ArrayList<>();
        Days.check("/asOf", request.asOf(), errors);
        Crs crs = crs(request.crs(), errors).orElse(null);
        if (crs == null || !errors.isEmpty()) {
            throw new Invalid("space.locations-invalid", errors);
        }
        LocalDate day = request.asOf() == null ? today : request.asOf();
        Positions positions = new Positions(crs);
        List<PointRequest> points = request.points();
        List<Optional<Coordinate>> places = points.stream()
                .map(point -> positions.inWgs84(point.x(), point.y()))
                .toList();
        List<@Nullable Space> spaces = locate(places, request.level(), day);
        List<Optional<Coordinate>> turned = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            PointRequest point = points.get(i);
            turned.add(spaces.get(i) == null ? positions.inWgs84(point.y(), point.x()) : Optional.empty());
        }
        List<@Nullable Space> otherwise = turned.stream().anyMatch(Optional::isPresent)
                ? locate(turned, request.level(), day)
                : Collections.nCopies(points.size(), null);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Space space = spaces.get(i);
            Hint hint =
                    otherwise.get(i) != null ? Hint.AXES_SWAPPED : places.get(i).isEmpty() ? Hint.OUTSIDE_WORLD : null;
            items.add(new Item(points.get(i).id(), space == null ? null : SpaceResponse.of(space), hint));
        }
        return new LocationsResponse(items);
    }

    private List<@Nullable Space> locate(List<Optional<Coordinate>> places, @Nullable String level, LocalDate day) {
        List<Coordinate> known = places.stream().flatMap(Optional::stream).toList();
        List<@Nullable Space> found = reader.locate(known, level, day);
        List<@Nullable Space> inOrder = new ArrayList<>();
        int next = 0;
        for (Optional<Coordinate> place : places) {
            inOrder.add(place.isPresent() ? found.get(next++) : null);
        }
        return inOrder;
    }

    /** The system of that name, EPSG:4326 without one; an unknown one is an error. */
    static Optional<Crs> crs(@Nullable String name, List<InputError> errors) {
        if (name == null) {
            return Optional.of(Crs.EPSG_4326);
        }
        Optional<Crs> crs = Crs.of(name);
        if (crs.isEmpty()) {
            errors.add(InputError.at("/crs", "import.crs-unknown", name, name, String.join(", ", Crs.codes())));
        }
        return crs;
    }
}
