class Greeter {

    String greet(String name) {
        return name.isEmpty() ? Words.hello() : Words.hello() + ", " + name;
    }
}
