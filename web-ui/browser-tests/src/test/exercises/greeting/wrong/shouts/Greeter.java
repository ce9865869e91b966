class Greeter {

    String greet(String name) {
        return "HELLO, " + name;
    }
}
